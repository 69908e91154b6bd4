// SPDX-License-Identifier: Apache-2.0

import Domain
import Markup
import Testing

@testable import Service
@testable import Web

@Suite struct `Region settings` {
  private let today = Day("2026-05-20")!

  private func performer(_ suffix: String) -> RegionPerformer {
    RegionPerformer(
      unit: UnitContact(id: try! HSAID("SE0000000000-\(suffix)"), name: "Enhet \(suffix)"),
      professions: [.doctor, .psychologist], contractFrom: Day("2025-01-01")!, places: 4)
  }

  private var settings: RegionSettings {
    RegionSettings(
      region: try! HSAID("SE0000000000-R05"), name: "Region Prov",
      processes: [.draw, .direct], performers: [performer("A"), performer("B"), performer("C")],
      targets: ServiceTargets(answerRequestDays: 5))
  }

  private func form(_ text: String) -> FormValues { FormValues(urlEncoded: text) }

  private func page(_ form: SettingsForm, _ faults: [FieldFault], _ language: Language) -> String {
    ListFixture.text(
      settingsPage(
        SettingsModel(
          settings: settings, form: form, faults: faults,
          standard: ServiceTargets(answerRequestDays: 2), today: today, saved: .settings),
        frame: Components.frame(language)))
  }

  @Test func `a form that is sent back unchanged changes nothing`() {
    var changed = settings
    let faults = SettingsForm(settings).write(to: &changed)
    #expect(faults.isEmpty)
    #expect(changed == settings)
    #expect(changed.fault == nil)
  }

  @Test func `the order of the ways to choose follows their numbers`() {
    var changed = settings
    let typed = SettingsForm(
      form("processes.rotation=1&processes.direkt=3&targets.summonsDays=10&remindersOn=ja"))
    #expect(typed.write(to: &changed).isEmpty)
    #expect(changed.processes == [.rotation, .direct])
    #expect(changed.targets == ServiceTargets(summonsDays: 10))
    #expect(changed.remindersOn)
    #expect(changed.performers == settings.performers)
  }

  @Test func `two ways in one place, words for a number and no way at all are refused`() {
    var changed = settings
    let typed = SettingsForm(
      form("processes.direkt=1&processes.lottning=1&targets.postDays=fem"))
    #expect(
      typed.write(to: &changed).map(\.field) == ["processes.lottning", "targets.postDays"])
    #expect(SettingsForm(form("")).write(to: &changed).isEmpty)
    #expect(changed.fault == FieldFault("processes.direkt", SettingsTexts.noProcess))
  }

  @Test func `a fault of the domain stands at its field in the form`() {
    var changed = settings
    changed.targets.reminderDays = 9999
    #expect(changed.fault?.field == "targets.reminderDays")
    changed = settings
    changed.performers[1].contractTo = Day("2024-01-01")!
    #expect(changed.fault == FieldFault("contractTo", SettingsTexts.endsBefore))
    changed = settings
    changed.performers[2].professions = [.psychologist]
    #expect(changed.fault == FieldFault("professions", SettingsTexts.doctorNeeded))
    changed = settings
    changed.performers[0].unit.name = ""
    #expect(changed.fault == FieldFault("unit.name", SettingsTexts.nameMissing))
  }

  @Test(arguments: Language.allCases)
  func `every target says that it is no law, and errors stand twice`(language: Language) {
    let typed = SettingsForm(form("targets.postDays=fem"))
    let faults = [FieldFault("targets.postDays", SettingsTexts.numberFault)]
    let text = page(typed, faults, language)
    #expect(PageCheck(text).faults.isEmpty, "\(PageCheck(text).faults)")
    let mark = "(" + SettingsTexts.notLaw[language] + ")"
    #expect(text.split(separator: mark).count == SettingsForm.Target.allCases.count + 1)
    #expect(text.split(separator: SettingsTexts.numberFault[language]).count == 3)
    #expect(text.contains("value=\"fem\""))
    #expect(text.contains("Enhet B"))
  }

  @Test func `a performer that is sent back unchanged is the same`() {
    let known = settings.performers[1]
    let typed = PerformerForm(known, turn: 2)
    let (read, faults) = typed.performer(changing: known, today: today)
    #expect(faults.isEmpty)
    #expect(read == known)
    var changed = settings
    typed.put(known, into: &changed)
    #expect(changed == settings)
  }

  @Test func `a new performer is added last, or in the turn that was given`() throws {
    let base =
      "unit.id=se0000000000-ny&unit.name=Ny&professions=lakare&contractFrom=idag&places=3"
    var changed = settings
    let last = PerformerForm(form(base))
    let new = try #require(last.performer(changing: nil, today: today).performer)
    #expect(new.contractFrom == today && new.unit.id.description == "SE0000000000-NY")
    last.put(new, into: &changed)
    #expect(changed.performers.map(\.unit.name).last == "Ny")
    PerformerForm(form(base + "&turn=1")).put(new, into: &changed)
    #expect(changed.performers.map(\.unit.name).first == "Ny")
    #expect(changed.performers.count == 4)
    #expect(changed.fault == nil)
  }

  @Test func `what cannot be read of a performer is said at each field`() {
    let typed = PerformerForm(
      form("unit.id=Eken&contractFrom=i+fjol&contractTo=x&places=n&turn=0"))
    let (read, faults) = typed.performer(changing: nil, today: today)
    #expect(read == nil)
    #expect(
      faults.map(\.field) == ["unit.id", "contractFrom", "contractTo", "places", "turn"])
  }

  @Test func `the HSA-id of a known performer cannot be changed by a form`() {
    let known = settings.performers[0]
    var typed = PerformerForm(known, turn: 1)
    typed.id = "SE0000000000-ANNAN"
    let read = typed.performer(changing: known, today: today).performer
    #expect(read?.unit.id == known.unit.id)
  }

  @Test func `rotation forgets a performer that was removed`() {
    var changed = settings
    changed.rotationLast = changed.performers[0].unit.id
    changed.performers.removeFirst()
    #expect(changed.fault?.field == "rotationLast")
    changed.dropStaleRotation()
    #expect(changed.fault == nil)
  }

  @Test(arguments: Language.allCases)
  func `the performer's page is well-formed, new, known and refused`(language: Language) {
    let known = settings.performers[0]
    let models = [
      PerformerModel(known: nil, form: PerformerForm(), faults: []),
      PerformerModel(known: known, form: PerformerForm(known, turn: 1), faults: []),
      PerformerModel(
        known: nil, form: PerformerForm(form("unit.id=%3Cb%3E")),
        faults: [
          FieldFault("unit.id", IdentityFault.notAnHSAID.reason),
          FieldFault("professions", SettingsTexts.doctorNeeded),
        ]),
    ]
    for model in models {
      let text = ListFixture.text(
        performerPage(model, frame: Components.frame(language)))
      #expect(PageCheck(text).faults.isEmpty, "\(PageCheck(text).faults)")
      #expect(!text.contains("<b>\""))
      // Only a performer that exists can be removed.
      #expect(text.contains("name=\"ta-bort\"") == (model.known != nil))
    }
  }
}
