// SPDX-License-Identifier: Apache-2.0

/// Attributes of drawings. Coordinates are numbers; colour comes from classes.
extension Attribute {
  /// The box that the coordinates live in.
  public static func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double)
    -> Attribute
  {
    let parts = [x, y, width, height].map(svgNumber)
    return Attribute("viewBox", parts.joined(separator: " "))
  }

  /// Keeps a drawing out of the tab order of old browsers.
  public static let notFocusable = Attribute("focusable", "false")

  /// The commands of a path.
  public static func d(_ commands: String) -> Attribute { Attribute("d", commands) }

  /// The left edge.
  public static func x(_ value: Double) -> Attribute { Attribute("x", svgNumber(value)) }
  /// The top edge, or the base line of words.
  public static func y(_ value: Double) -> Attribute { Attribute("y", svgNumber(value)) }
  /// Where a line starts, across.
  public static func x1(_ value: Double) -> Attribute { Attribute("x1", svgNumber(value)) }
  /// Where a line starts, down.
  public static func y1(_ value: Double) -> Attribute { Attribute("y1", svgNumber(value)) }
  /// Where a line ends, across.
  public static func x2(_ value: Double) -> Attribute { Attribute("x2", svgNumber(value)) }
  /// Where a line ends, down.
  public static func y2(_ value: Double) -> Attribute { Attribute("y2", svgNumber(value)) }
  /// The middle of a circle, across.
  public static func cx(_ value: Double) -> Attribute { Attribute("cx", svgNumber(value)) }
  /// The middle of a circle, down.
  public static func cy(_ value: Double) -> Attribute { Attribute("cy", svgNumber(value)) }
  /// The radius of a circle.
  public static func r(_ value: Double) -> Attribute { Attribute("r", svgNumber(value)) }
  /// The radius of a rectangle's corners.
  public static func rx(_ value: Double) -> Attribute { Attribute("rx", svgNumber(value)) }
  /// The width of a shape.
  public static func width(_ value: Double) -> Attribute { Attribute("width", svgNumber(value)) }
  /// The height of a shape.
  public static func height(_ value: Double) -> Attribute {
    Attribute("height", svgNumber(value))
  }

  /// Moves what is drawn.
  public static func translate(_ x: Double, _ y: Double) -> Attribute {
    Attribute("transform", "translate(\(svgNumber(x)) \(svgNumber(y)))")
  }

  /// The points of a polyline or polygon.
  public static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
    let parts = points.map { svgNumber($0.x) + "," + svgNumber($0.y) }
    return Attribute("points", parts.joined(separator: " "))
  }

  /// Fills with the colour of the text around.
  public static let fillCurrentColor = Attribute("fill", "currentColor")
}

/// A coordinate with at most two decimals, `14` and `3.25`; what is no number is 0.
public func svgNumber(_ value: Double) -> String {
  guard value.isFinite, value.magnitude < 1e9 else { return "0" }
  let hundredths = Int((value * 100).rounded())
  let sign = hundredths < 0 ? "-" : ""
  let whole = hundredths.magnitude / 100
  let part = hundredths.magnitude % 100
  if part == 0 { return "\(sign)\(whole)" }
  if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
  return "\(sign)\(whole)." + (part < 10 ? "0" : "") + "\(part)"
}
