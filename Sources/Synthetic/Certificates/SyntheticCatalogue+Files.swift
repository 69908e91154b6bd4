// SPDX-License-Identifier: Apache-2.0

import Domain

extension SyntheticCatalogue {
  /// The catalogue's file of units on a day, as HSA FileService gives it.
  public func file(on day: Day) -> [UInt8] {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<FileGetHsaUnitsResponse xmlns=\"urn:riv:hsa:HsaWsResponder:3\">\n<hsaUnits>\n"
    for unit in units(on: day) {
      out += "<hsaUnit>"
      func add(_ name: String, _ text: String) {
        out += "<\(name)>\(CertificateMarkup.escaped(text))</\(name)>"
      }
      add("hsaIdentity", unit.id)
      add("DN", unit.place)
      add("name", unit.name)
      add("publicName", unit.name)
      add("startDate", "2010-01-01T00:00:00.000+01:00")
      if let ends = unit.ends { add("endDate", "\(ends)T00:00:00.000+01:00") }
      add("isHsaHealthCareUnit", "\(unit.flags.contains(.careUnit))")
      if let provider = unit.provider { add("hsaResponsibleHealthCareProvider", provider) }
      add("isHsaHealthCareProvider", "\(unit.flags.contains(.careProvider))")
      if !unit.members.isEmpty {
        out += "<hsaHealthCareUnitMembers>"
        for member in unit.members { add("hsaHealthCareUnitMember", member) }
        out += "</hsaHealthCareUnitMembers>"
      }
      add("unitIsArchived", "\(unit.flags.contains(.unitArchived))")
      add("healthCareUnitIsArchived", "false")
      add("healthCareProviderIsArchived", "false")
      out += "</hsaUnit>\n"
    }
    return Array((out + "</hsaUnits>\n</FileGetHsaUnitsResponse>\n").utf8)
  }

  /// The attributes of the care units on a day, as a table.
  public func attributes(on day: Day) -> [UInt8] {
    var out = "hsaIdentity,careLevel,businessClassification,county,municipality\n"
    for unit in units(on: day) {
      guard let level = unit.careLevel else { continue }
      let business = ["01": "1500", "02": "1100", "03": "1600"][level.rawValue] ?? ""
      out += "\(unit.id),\(level.rawValue),\(business),\(unit.county),\(unit.municipality)\n"
    }
    return Array(out.utf8)
  }
}
