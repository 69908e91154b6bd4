// SPDX-License-Identifier: Apache-2.0

import Domain

extension CertificateStory {
  /// Tells the messages about a certificate, its withdrawal and what comes in its place, and
  /// returns what a renewal names.
  mutating func tellWhatFollows(
    _ text: CertificateText, _ facts: CertificateCase, _ signed: CertificateMoment
  ) -> (id: String, day: Day) {
    if random.below(1000) < 12 { return tellWithdrawal(of: text, signed) }
    // Of FK 7263 there were no messages.
    guard signed.day >= Self.firstLISJP else { return (text.id, signed.day) }
    if random.below(1000) < 20 {
      let time = moment(signed.day.adding(days: random.between(1...5)))
      return (tellAnother(like: text, "ERSATT", time), time.day)
    }
    if random.below(1000) < facts.issuer.supplementShare {
      tellSupplement(of: text, facts, signed)
    } else if random.below(1000) < 20 {
      tellQuestion(about: text, signed)
    } else if random.below(1000) < 5 {
      let time = moment(signed.day.adding(days: random.between(2...20)))
      tellFromCare(about: text, random.chance(50) ? "AVSTMN" : "KONTKT", time)
    }
    return (text.id, signed.day)
  }

  /// A withdrawal; as a rule the certificate is written anew.
  private mutating func tellWithdrawal(
    of text: CertificateText, _ signed: CertificateMoment
  ) -> (id: String, day: Day) {
    let time = moment(signed.day.adding(days: random.between(1...5)))
    var message = CertificateMessageText(
      .revocation, id: text.id, sent: time.text, about: text)
    message.text = "Intyget skrevs på fel patient eller innehöll fel uppgifter."
    add(.revocation, "\(text.id)-makulering", time, message.xml, text.plannedVerdictOfSender)
    guard random.chance(70) else { return (text.id, time.day) }
    return (tellAnother(like: text, nil, time.adding(minutes: 20)), time.day)
  }

  /// Another certificate with the same content, and returns its id.
  private mutating func tellAnother(
    like text: CertificateText, _ relation: String?, _ time: CertificateMoment,
    answersTo message: String? = nil, asked: [Int] = []
  ) -> String {
    var another = text
    another.id = newID()
    another.signed = time.text
    another.sent = time.adding(minutes: 1).text
    another.relations = relation.map { [($0, text.id)] } ?? []
    another.answersTo = message
    for question in asked where [17, 19, 35].contains(question) {
      let old = another.answers.first { $0.question == "\(question)" }?.parts.first?.value
      another.answers.removeAll { $0.question == "\(question)" }
      var words = "Kompletterat efter fråga, med exempel från arbetet."
      if case .text(let before)? = old { words = "\(before) \(words)" }
      another.answers.append(.text(question, words))
    }
    add(.certificate, another.id, time, another.xml, another.plannedVerdict)
    return another.id
  }

  /// A request for a supplement, and what comes of it.
  private mutating func tellSupplement(
    of text: CertificateText, _ facts: CertificateCase, _ signed: CertificateMoment
  ) {
    let time = moment(signed.day.adding(days: random.between(3...14)))
    var message = toCare(text, "KOMPLT", time)
    var questions = Array(
      Set((0..<random.between(1...3)).map { _ in random.pick(CertificateWords.requestQuestions) })
    ).sorted()
    if facts.isContagion || random.chance(4) { questions = [] }
    message.requests = questions.map { question in
      .init(
        question, instance: [32, 40].contains(question) ? 1 : nil,
        CertificateWords.request(question))
    }
    message.text = "Vi behöver fler uppgifter för att kunna bedöma rätten till sjukpenning."
    message.lastDay = "\(time.day.adding(days: 10))"
    add(.request, message.id, time, message.xml)

    let outcome = random.below(100)
    let isAnswered = outcome < 82
    let wait = random.chance(70) ? random.between(1...10) : random.between(11...35)
    if isAnswered ? wait > 12 : random.chance(70) {
      let day = moment(time.day.adding(days: 12))
      var reminder = toCare(text, "PAMINN", day)
      reminder.reminds = message.id
      reminder.text = "Vi har inte fått svar på vår begäran om komplettering."
      add(.reminder, reminder.id, day, reminder.xml)
    }
    guard isAnswered else { return }
    let answered = moment(time.day.adding(days: wait))
    switch outcome {
    case ..<55:
      _ = tellAnother(
        like: text, "KOMPLT", answered, answersTo: message.id, asked: questions)
    case ..<67:
      tellFromCare(
        about: text, "KOMPLT", answered, answersTo: random.chance(75) ? message.id : nil,
        saying: "Intyget kan inte kompletteras. Patienten går inte längre hos oss.")
    default:
      // The answer shows only in that there is another certificate for the same days.
      _ = tellAnother(
        like: text, random.chance(50) ? "ERSATT" : nil, answered, asked: questions)
    }
  }

  /// A question on another subject, which most units answer.
  private mutating func tellQuestion(about text: CertificateText, _ signed: CertificateMoment) {
    let time = moment(signed.day.adding(days: random.between(5...25)))
    let subject = random.pick(["AVSTMN", "KONTKT", "OVRIGT"])
    var message = toCare(text, subject, time)
    message.text = "Vi vill gärna ha kontakt om planeringen."
    message.lastDay = "\(time.day.adding(days: 14))"
    add(.otherMessage, message.id, time, message.xml)
    guard random.chance(60) else { return }
    let answered = moment(time.day.adding(days: random.between(1...14)))
    tellFromCare(about: text, subject, answered, answersTo: message.id)
  }

  private mutating func tellFromCare(
    about text: CertificateText, _ subject: String, _ time: CertificateMoment,
    answersTo question: String? = nil, saying words: String = "Ring oss gärna på förmiddagen."
  ) {
    var message = CertificateMessageText(
      .toRecipient, id: newID(), sent: time.text, about: text)
    message.subject = subject
    message.text = words
    message.answersTo = question
    let isAnswer = question != nil || subject == "KOMPLT"
    add(
      isAnswer ? .answer : .otherMessage, message.id, time, message.xml,
      text.plannedVerdictOfSender)
  }

  /// A message from Försäkringskassan, which always has the person's number right.
  private mutating func toCare(
    _ text: CertificateText, _ subject: String, _ time: CertificateMoment
  ) -> CertificateMessageText {
    var right = text
    right.person = insured.identity.number.digits12
    var message = CertificateMessageText(.toCare, id: newID(), sent: time.text, about: right)
    message.subject = subject
    message.contact = ["Handläggare Påhittad, Försäkringskassan"]
    return message
  }
}

extension CertificateText {
  /// What must be said of a certificate that breaks no rule: whether it is imperfect in form.
  var plannedVerdict: CertificateVerdict {
    if isOldShape { return .accepted }
    let isImperfect = answers.contains { $0.question == "9001" } || !ending.isEmpty
    return isImperfect ? .acceptedWithNotes : plannedVerdictOfSender
  }

  /// The same of what care sends about it: the person and the unit stand there too.
  var plannedVerdictOfSender: CertificateVerdict {
    person.contains("-") || workplaceCode.isEmpty ? .acceptedWithNotes : .accepted
  }
}
