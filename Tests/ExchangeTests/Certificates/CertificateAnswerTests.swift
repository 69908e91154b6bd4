// SPDX-License-Identifier: Apache-2.0

import Domain
import Synthetic
import Testing

/// What is read of a certificate's answers.
struct CertificateAnswerTests {
  private func read(_ change: (inout CertificateText) -> Void) throws -> Certificate {
    var text = CertificateText.plain
    change(&text)
    return try #require(text.reading.certificate)
  }

  @Test func `who, where and when are read`() throws {
    let certificate = try read {
      $0.positions = ["201010"]
      $0.specialities = ["Allmänmedicin"]
      $0.relations = [("FRLANG", "annat-intyg"), ("KOMPLT", "tredje")]
      $0.answersTo = "meddelande-1"
      $0.version = "1.2"
    }
    #expect(certificate.id == "5a1d0c7e-0000-4000-8000-000000000001")
    #expect(certificate.type == .lisjp)
    #expect(certificate.version.isVerified)
    #expect(certificate.signed?.description == "2024-03-04T09:30:00")
    #expect(certificate.person.id == "191212121212")
    #expect(certificate.person.root == .personnummer)
    #expect(certificate.staff.id == "SE2321000016-0001")
    #expect(certificate.staff.positions == ["201010"])
    #expect(certificate.staff.specialities == ["Allmänmedicin"])
    #expect(certificate.unit.id == "SE2321000016-0002")
    #expect(certificate.unit.providerID == "SE2321000016-0003")
    #expect(certificate.unit.workplaceCode == "1234567")
    #expect(certificate.relations.map(\.kind) == [.extends, .supplements])
    #expect(certificate.relations.map(\.certificateID) == ["annat-intyg", "tredje"])
    #expect(certificate.answersTo == MessageReference(messageID: "meddelande-1"))
  }

  @Test func `all answers are typed`() throws {
    let certificate = try read {
      $0.put(
        1,
        [
          .basis("TELEFONKONTAKT", "2024-03-01"),
          .basis("ANNAT", "2024-03-02", instance: 2, other: " Anhörig "),
        ])
      $0.put(6, [.diagnoses([("m54.5", "Rygg"), ("A00-", "Annat")], system: .ksh97p)])
      $0.answers += [
        .reduction(.half, "2024-03-17", "2024-03-20", instance: 2),
        .flag(33, true, "Kvällar"), .flag(34, true), .flag(26, true, "Ring"),
        .text(37, "Längre"), .text(20, "Operation"), .text(9001, "Svar"),
      ]
      $0.put(39, [.prognosis(.afterDays, .hundredEighty)])
      $0.put(40, [.code(40, "ERGONOMISK", instance: 1), .text(44, "Stol")])
    }
    let answers = certificate.answers
    #expect(answers.bases.map(\.kind) == [.telephone, .other])
    #expect(answers.bases.last?.text == "Anhörig")
    #expect(answers.bases.first?.day == Day("2024-03-01"))
    #expect(answers.occupations == [.presentWork])
    #expect(answers.work == "Snickare")
    #expect(answers.diagnoses.map(\.code) == ["m54.5", "A00-"])
    #expect(answers.diagnoses.map(\.washed) == ["M545", "A00"])
    #expect(answers.diagnoses.map(\.system) == [.ksh97p, .ksh97p])
    #expect(answers.diagnoses.map(\.text) == ["Rygg", "Annat"])
    #expect(answers.ongoingTreatment == "Fysioterapi.")
    #expect(answers.plannedTreatment == "Operation")
    #expect(answers.exceedsSupport == "Längre")
    #expect(answers.otherHours == true && answers.otherHoursReason == "Kvällar")
    #expect(answers.travel == true)
    #expect(answers.prognosis == Prognosis(kind: .afterDays, days: 180))
    #expect(answers.measures == [.ergonomics])
    #expect(answers.measuresText == "Stol")
    #expect(answers.contactWanted == true && answers.contactReason == "Ring")
    #expect(answers.additional == [AdditionalAnswer(question: 9001, text: "Svar")])
    #expect(answers.questions.first { $0.question == 32 }?.count == 2)
    // The shared day is counted once.
    #expect(certificate.distinctDays == 17)
    #expect(certificate.firstDay == Day("2024-03-04"))
    #expect(certificate.lastDay == Day("2024-03-20"))
  }

  @Test func `ICF titles are taken off the text`() throws {
    let text = AssessedText(
      reading: "Problem som påverkar patientens möjlighet att utföra sin sysselsättning: "
        + "Smärta - Rörlighet i led\n\nOnt vid böjning.\nSedan länge.")
    #expect(text.titles == ["Smärta", "Rörlighet i led"])
    #expect(text.text == "Ont vid böjning.\nSedan länge.")
    let onlyTitles = AssessedText(
      reading: "Svårigheter som påverkar patientens sysselsättning: Att lyfta och bära objekt")
    #expect(onlyTitles.titles == ["Att lyfta och bära objekt"])
    #expect(onlyTitles.text == "")
    let nextLine = AssessedText(
      reading: "Svårigheter som påverkar patientens sysselsättning:\r\nAtt gå - Att stå\r\n\r\nNej")
    #expect(nextLine.titles == ["Att gå", "Att stå"])
    #expect(nextLine.text == "Nej")
    let plain = AssessedText(reading: " Bara text - med streck. ")
    #expect(plain.titles == [] && plain.text == "Bara text - med streck.")
  }

  @Test func `the parts that are hidden in question 25 are told apart`() {
    let examination =
      "Motivering till varför utlåtandet inte baseras på undersökning av patienten: Smitta"
    let late = "Orsak för att starta perioden mer än 7 dagar bakåt i tiden: Kom hem sent"
    let both = OtherInformation(reading: "\(examination)\nhemma\n\(late)\nFritt\nmer")
    #expect(both.noExamination == "Smitta\nhemma")
    #expect(both.backDated == "Kom hem sent")
    #expect(both.text == "Fritt\nmer")
    let first = OtherInformation(reading: "\(examination)\nFritt")
    #expect(first == OtherInformation(noExamination: "Smitta", text: "Fritt"))
    #expect(
      OtherInformation(reading: late) == OtherInformation(backDated: "Kom hem sent", text: ""))
    #expect(OtherInformation(reading: "Fritt \(late)").backDated == nil)
  }

  @Test func `what is strange but allowed is remarked and changes nothing`() {
    func remarks(_ change: (inout CertificateText) -> Void) -> [CertificateRemark] {
      var text = CertificateText.plain
      change(&text)
      #expect(text.reading.verdict == .accepted)
      return text.reading.remarks
    }
    #expect(remarks { $0.person = "191212121213" } == [.invalidPerson])
    #expect(remarks { $0.person = "191213121212" } == [.invalidPerson])
    #expect(remarks { $0.personRoot = "1.2.752.129.2.1.3.3" } == [.otherRegister])
    #expect(
      remarks {
        $0.person = "191212721219"
        $0.personRoot = "1.2.752.129.2.1.3.3"
      } == [])
    #expect(
      remarks { $0.put(32, [.reduction(.full, "2024-03-04", "2215-03-04")]) } == [.farEnd])
    #expect(
      remarks { $0.put(32, [.reduction(.full, "0001-03-04", "0001-03-05")]) } == [.farStart])
  }

  @Test func `distinct days count each day once, however periods lie`() throws {
    func period(_ degree: Degree, _ first: Int, _ last: Int) throws -> SickLeavePeriod {
      try #require(
        SickLeavePeriod(degree: degree, first: Day(number: first), last: Day(number: last)))
    }
    #expect([SickLeavePeriod]().distinctDays == 0)
    #expect(try [period(.full, 5, 5)].distinctDays == 1)
    #expect(try [period(.full, 10, 20), period(.half, 1, 9)].distinctDays == 20)
    #expect(try [period(.full, 1, 20), period(.half, 5, 9)].distinctDays == 20)
    #expect(
      try [period(.full, 1, 5), period(.half, 5, 9), period(.quarter, 20, 21)].distinctDays == 11)
    #expect(SickLeavePeriod(degree: .full, first: Day(number: 2), last: Day(number: 1)) == nil)
  }
}
