// SPDX-License-Identifier: Apache-2.0

/// Attributes that every element may carry.
extension Attribute {
  /// Class names; nil ones are left out, and with none left so is the attribute.
  public static func `class`(_ names: String?...) -> Attribute {
    let names = names.compactMap { $0 }.filter { !$0.isEmpty }
    return Attribute("class", names.isEmpty ? nil : names.joined(separator: " "))
  }

  /// The name of the element on its page; nil leaves it out.
  public static func id(_ id: String?) -> Attribute { Attribute("id", id) }

  /// The language of the content: `sv`, `en`.
  public static func lang(_ code: String?) -> Attribute { Attribute("lang", code) }

  /// A role for assistive technology.
  public static func role(_ role: String?) -> Attribute { Attribute("role", role) }

  /// 0 puts the element into the tab order, -1 lets a script or link focus it.
  public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", "\(index)") }

  /// Advisory text; use it for `<abbr>` only, since keyboards do not reach it.
  public static func title(_ text: String?) -> Attribute { Attribute("title", text) }

  /// Hides the element from everyone.
  public static func hidden(_ isHidden: Bool = true) -> Attribute {
    Attribute("hidden", flag: isHidden)
  }

  /// A `data-` attribute. The name is written whole, `data-live`, so that it can be searched for.
  public static func data(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(name, value)
  }

  /// A `data-` attribute that holds an address.
  public static func data(_ name: StaticString, _ href: Href?) -> Attribute {
    Attribute(name, href?.description)
  }
}

/// Attributes for assistive technology.
extension Attribute {
  /// The name that is read instead of the content.
  public static func ariaLabel(_ text: String?) -> Attribute { Attribute("aria-label", text) }

  /// The id of the element that names this one.
  public static func ariaLabelledBy(_ id: String?) -> Attribute {
    Attribute("aria-labelledby", id)
  }

  /// The ids of hint and error; left out when there are none.
  public static func ariaDescribedBy(_ ids: [String]) -> Attribute {
    Attribute("aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))
  }

  /// `page`, `step`, `date` or `true`; nil leaves it out.
  public static func ariaCurrent(_ kind: String?) -> Attribute { Attribute("aria-current", kind) }

  /// Keeps a drawing or a repeated sign from being read out.
  public static let ariaHidden = Attribute("aria-hidden", "true")

  /// Says that the value of a field was refused.
  public static func ariaInvalid(_ isInvalid: Bool) -> Attribute {
    Attribute("aria-invalid", isInvalid ? "true" : nil)
  }

  /// `ascending` or `descending` on the head of the sorted column; nil leaves it out.
  public static func ariaSort(_ order: String?) -> Attribute { Attribute("aria-sort", order) }

  /// `polite` or `assertive`: changes inside are read out.
  public static func ariaLive(_ manner: String) -> Attribute { Attribute("aria-live", manner) }
}
