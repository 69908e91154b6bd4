// SPDX-License-Identifier: Apache-2.0

import Domain
import Foundation
import Testing

@Suite struct `Personal identity numbers` {
  let today = Day("2026-06-12") ?? .earliest

  @Test(arguments: [
    ("19121212-1212", "191212121212", "1912-12-12"),
    ("191212121212", "191212121212", "1912-12-12"),
    (" 19121212-1212\u{A0}", "191212121212", "1912-12-12"),
    ("19121212+1212", "191212121212", "1912-12-12"),
    ("121212-1212", "201212121212", "2012-12-12"),
    ("121212+1212", "191212121212", "1912-12-12"),
    ("1212121212", "201212121212", "2012-12-12"),
  ])
  func `ten and twelve digits are read, the plus sign taking a hundred years from ten`(
    _ text: String, digits: String, born: String
  ) throws {
    let number = try PersonalIdentityNumber(text, on: today)
    #expect(number.digits12 == digits)
    #expect(number.birthDay.description == born)
    #expect(number.sex == .man)
    #expect(number.kind == .personnummer)
  }

  @Test func `ten digits mean the latest century that is not in the future`() throws {
    let eve = try #require(Day("2012-12-11"))
    #expect(try PersonalIdentityNumber("121212-1212", on: eve).digits12 == "191212121212")
    let born = try #require(Day("2012-12-12"))
    #expect(try PersonalIdentityNumber("121212-1212", on: born).digits12 == "201212121212")
  }

  @Test func `a samordningsnummer has the day of birth and sixty`() throws {
    let number = try PersonalIdentityNumber("19121261-1212", on: today)
    #expect(number.kind == .samordningsnummer)
    #expect(number.birthDay.description == "1912-12-01")
    #expect(number.description == "19121261-1212")
  }

  @Test(arguments: [
    ("19121212-1213", IdentityFault.wrongCheckDigit), ("19810229-0007", .noSuchDate),
    ("21121212-1212", .unknownCentury), ("17121212-1212", .unknownCentury),
    ("1912121-1212", .notAPersonalNumber), ("1912 1212-1212", .notAPersonalNumber),
    ("19121212*1212", .notAPersonalNumber), ("19121212-121A", .notAPersonalNumber),
    ("", .notAPersonalNumber), ("20121212-1212", .bornLater),
    ("١٩١٢١٢١٢-١٢١٢", .notAPersonalNumber),
  ])
  func `a number that is not valid has a reason`(_ text: String, _ fault: IdentityFault) throws {
    let eve = try #require(Day("2012-12-11"))
    #expect(throws: fault) { try PersonalIdentityNumber(text, on: eve) }
  }

  @Test func `one changed digit is always found`() throws {
    let right = Array("191212121212")
    for index in 2..<12 {
      for digit in "0123456789" where digit != right[index] {
        var changed = right
        changed[index] = digit
        #expect(throws: IdentityFault.self) {
          try PersonalIdentityNumber(String(changed), on: today)
        }
      }
    }
  }

  @Test func `age turns on the birthday`() throws {
    let number = try PersonalIdentityNumber("19121212-1212", on: today)
    #expect(number.age(on: try #require(Day("2012-12-11"))) == 99)
    #expect(number.age(on: try #require(Day("2012-12-12"))) == 100)
  }

  @Test func `a number is twelve digits in JSON and an error does not repeat it`() throws {
    let number = try PersonalIdentityNumber("19121212-1212", on: today)
    let json = try JSONEncoder().encode([number])
    #expect(String(decoding: json, as: UTF8.self) == #"["191212121212"]"#)
    #expect(try JSONDecoder().decode([PersonalIdentityNumber].self, from: json) == [number])
    let wrong = Data(#"["191212121213"]"#.utf8)
    do {
      _ = try JSONDecoder().decode([PersonalIdentityNumber].self, from: wrong)
      Issue.record("a wrong number was decoded")
    } catch {
      #expect(!"\(error)".contains("1212"))
    }
  }
}

@Suite struct `Organisations, parties and cases` {
  let id = "SE2021005521-FK01"

  @Test func `Försäkringskassan has the organisation number 202100-5521`() throws {
    let number = try OrganisationNumber("202100-5521")
    #expect(number == .insuranceAgency)
    #expect(number.description == "202100-5521")
    #expect(try OrganisationNumber("162021005521") == number)
    #expect(try HSAID(id).issuer == number)
  }

  @Test(arguments: [
    ("202100-5520", IdentityFault.wrongCheckDigit), ("121212-1212", .notAnOrganisationNumber),
    ("2021005", .notAnOrganisationNumber), ("202100+5521", .notAnOrganisationNumber),
    ("172021005521", .notAnOrganisationNumber),
  ])
  func `an organisation number is checked`(_ text: String, _ fault: IdentityFault) {
    #expect(throws: fault) { try OrganisationNumber(text) }
  }

  @Test func `an HSA-id is kept in upper case`() throws {
    #expect(try HSAID(" se2021005521-fk01 ").text == id)
  }

  @Test(arguments: [
    ("SE202100552-FK01", IdentityFault.notAnHSAID), ("NO2021005521-FK01", .notAnHSAID),
    ("SE2021005521-", .notAnHSAID), ("SE2021005521FK01", .notAnHSAID),
    ("SE2021005521-Å1", .notAnHSAID), ("SE2021005521-A_1", .notAnHSAID),
    ("SE2021005521-A123456789012345678", .hsaIDTooLong),
  ])
  func `an HSA-id has SE, ten digits, a hyphen and at most eighteen more`(
    _ text: String, _ fault: IdentityFault
  ) {
    #expect(throws: fault) { try HSAID(text) }
  }

  @Test func `the longest HSA-id has 31 characters`() throws {
    #expect(try HSAID("SE2021005521-A12345678901234567").text.count == HSAID.maximumLength)
  }

  @Test func `a party is written with its role and HSA-id`() throws {
    let hsa = try HSAID(id)
    for (party, text) in [
      (Party.fk, "fk"), (.insured, "insured"), (.region(hsa), "region:\(id)"),
      (.performer(hsa), "performer:\(id)"),
    ] {
      #expect(party.description == text)
      #expect(Party(text) == party)
      let json = try JSONEncoder().encode([party])
      #expect(try JSONDecoder().decode([Party].self, from: json) == [party])
    }
  }

  @Test(arguments: [
    "", "region", "region:", "fk:SE2021005521-FK01", "performer:X", "insured:", "FK",
  ])
  func `a text that is no party is none`(_ text: String) {
    #expect(Party(text) == nil)
  }

  @Test func `a case number has kind, year and at least four digits`() throws {
    #expect(try CaseNumber("afu-2026-0042") == CaseNumber(year: 2026, serial: 42))
    #expect(try CaseNumber(year: 2026, serial: 12_345).description == "AFU-2026-12345")
    #expect(try CaseNumber("AFU-2026-12345").serial == 12_345)
    for text in [
      "AFU-2026-0000", "AFU-2026-42", "FMU-2026-0042", "AFU-26-0042", "AFU-2026-012345", "AFU-2026",
    ] {
      #expect(throws: IdentityFault.notACaseNumber) { try CaseNumber(text) }
    }
  }
}

@Suite struct `Recognising an identity` {
  let today = Day("2026-06-12") ?? .earliest

  @Test(arguments: [
    ("19121212-1212", IdentityCheck.Kind.personnummer, "191212121212"),
    ("19121261-1212", .samordningsnummer, "191212611212"),
    ("202100-5521", .organisationsnummer, "2021005521"),
    ("162021005521", .organisationsnummer, "2021005521"),
    ("SE2021005521-FK01", .hsaID, "SE2021005521-FK01"),
  ])
  func `a valid identity has kind and normal form`(
    _ text: String, kind: IdentityCheck.Kind, normalized: String
  ) {
    let check = IdentityCheck.check(text, on: today)
    #expect(check.valid)
    #expect(check.kind == kind)
    #expect(check.normalized == normalized)
    #expect(check.reason == nil)
  }

  @Test(arguments: [
    ("19121212-1213", "personnummer", IdentityFault.wrongCheckDigit),
    ("202100-5520", "organisationsnummer", .wrongCheckDigit), ("SE-1", "hsa-id", .notAnHSAID),
    ("hej", "", .unrecognised), ("", "", .unrecognised), ("21121212-1212", "", .unknownCentury),
    ("19121212-12A2", "", .notAPersonalNumber),
  ])
  func `an invalid identity has a reason in both languages`(
    _ text: String, kind: String, fault: IdentityFault
  ) {
    let check = IdentityCheck.check(text, on: today)
    #expect(!check.valid)
    #expect((check.kind?.rawValue ?? "") == kind)
    #expect(check.fault == fault)
    #expect(check.reason?.sv.isEmpty == false)
    #expect(check.reason?.en.isEmpty == false)
  }

  @Test func `a wrong date has no birth date but a sex`() {
    let check = IdentityCheck.check("19810229-0007", on: today)
    #expect(check.fault == .noSuchDate)
    #expect(check.birthDate == nil)
    #expect(check.sex == .kvinna)
  }
}
