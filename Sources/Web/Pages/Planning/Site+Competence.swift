// SPDX-License-Identifier: Apache-2.0
import Domain
import Hummingbird
import Markup
import Service

extension Site {
  /// Competence: read by the administrator and by each examiner about herself, registered by the
  /// administrator.
  func addCompetenceRoutes(to pages: Pages) {
    pages.get("\(SiteAddress.competence.pattern)") { request, context -> Response in
      let query = request.queryValues
      let list = try await self.service.competence(for: context.actor())
      var form = CompetenceForm()
      if let number = query.text("rattar").flatMap({ Int($0) }) {
        guard let old = list.records.first(where: { $0.number == number && $0.isStanding }),
          list.mayRegister
        else { throw PageFault.notFound }
        form = CompetenceForm(correcting: old)
      }
      let saved: Bilingual? =
        switch query.text("sparat") {
        case "uppgift"?: CompetenceTexts.saved
        case "krav"?: CompetenceTexts.savedPolicy
        case "slapp"?: CompetenceTexts.savedReleaseStep
        default: nil
        }
      return try await self.page(list, form, [], saved: saved, context)
    }
    pages.post("\(SiteAddress.competence.pattern)") { request, context -> Response in
      let values = try await request.form(context)
      try Self.administrator(context)
      let key = values.raw(CompetenceForm.key)
      guard FormKey.isOne(key) else { throw PageFault.unreadable }
      if values.isChecked("krav") {
        try await self.service.set(
          CompetencePolicy(
            requiresTraining: values.isChecked("requiresTraining"),
            requiresMentor: values.isChecked("requiresMentor")), by: context.actor(),
          key: key)
        return .seeOther(SiteAddress.competence.href([("sparat", "krav")]))
      }
      if values.isChecked("slapp") {
        try await self.service.set(
          ReleaseStep(isOn: values.isChecked("releasesStatements")), by: context.actor(),
          key: key)
        return .seeOther(SiteAddress.competence.href([("sparat", "slapp")]))
      }
      // After signing in again what was typed is shown, and sent by hand.
      if values.isChecked(KeptForm.showField) {
        let list = try await self.service.competence(for: context.actor())
        return try await self.page(list, CompetenceForm(values), [], saved: nil, context)
      }
      return try await self.register(CompetenceForm(values), key, context)
    }
    pages.post("\(SiteAddress.Pattern.statementMentor)") { request, context -> Response in
      let form = try await request.form(context)
      let id = try context.caseNumber()
      // After signing in again the mentor reads again before she passes it.
      if !form.isChecked(KeptForm.showField) {
        do {
          try await self.service.passStatement(
            form.raw("digest"), in: id, by: context.actor())
        } catch {
          guard case .refused(let refusal)? = error as? ServiceError, refusal.code != .notFound
          else { throw error }
          return try await self.review(context, refused: refusal)
        }
      }
      return .seeOther(SiteAddress.statementReview(id).href)
    }
  }

  private func register(
    _ form: CompetenceForm, _ key: String, _ context: SiteContext
  ) async throws -> Response {
    let actor = try context.actor()
    let list = try await service.competence(for: actor)
    let (record, unread) = form.read(list.people, today: list.today)
    var faults = unread
    if let record {
      do {
        try await service.register(record, by: actor, key: key)
        return .seeOther(SiteAddress.competence.href([("sparat", "uppgift")]))
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        let field = refusal.field == "corrects" ? "text" : refusal.field ?? "text"
        faults = [FieldFault(field, refusal.text)]
      }
    }
    return try await page(list, form, faults, saved: nil, context)
  }

  private func page(
    _ list: CompetenceList, _ form: CompetenceForm, _ faults: [FieldFault], saved: Bilingual?,
    _ context: SiteContext
  ) async throws -> Response {
    var frame = try await frames.frame(
      CompetenceTexts.title, context, at: .competence, here: SiteAddress.competence.href)
    frame.hasErrors = !faults.isEmpty
    return .page(
      CompetencePage(list: list, form: form, faults: faults, saved: saved).page(frame))
  }
}
