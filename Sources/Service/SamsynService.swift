// SPDX-License-Identifier: Apache-2.0
import Documents
import Domain
import RuleData
import Store
import Synchronization

/// What a person or a partner can do with Samsyn: the only place that joins the domain, the
/// rules and the store. Each function answers for who may do or see what it gives.
public final class SamsynService: Sendable {
  let database: Database
  let keyring: Keyring
  public let rules: RuleBook
  public let calendars: CalendarBook
  public let calendar: CalendarPolicy
  public let clock: Clock
  let regionCache = HeadCache<HSAID, RegionSettings>()
  let registerCache = HeadCache<HSAID, PerformerRegister>()
  let caseCache = CaseCache()
  let directoryCache = DirectoryCache()
  let diagnosisCache = Mutex<(key: [UInt8], index: DiagnosisIndex)?>(nil)
  let peopleCache = Mutex<[StaffMember]>([])
  let readLog: ReadLog
  /// Asks clamd about uploaded files, where one is configured.
  let virusScan: VirusScan
  /// How few may stand behind a figure of the follow-up, where the installation asks for more than
  /// the rule does.
  let fewestSet: Int?
  let documentTexts = DocumentTextCache()
  let openFiles = OpenFiles()
  let recentReads = RecentReads()
  /// The edition of the follow-up that was asked last.
  let editionInUse = Mutex<OpenEdition?>(nil)
  /// Where editions that are asked for on a page are made; nil where this process makes none.
  let editionsFolder = Mutex<String?>(nil)
  /// Whether this process works on imports and editions just now.
  let jobWorker = Mutex(JobWorker.idle)
  /// Every version of every statement's definition, oldest first.
  public let statementDefinitions: [StatementDefinition]
  /// Signs statements.
  let signer: any StatementSigner
  let draftCache = DraftCache()
  /// Names this process among those that share a database.
  let leaseHolder = String(UInt64.random(in: .min ... .max), radix: 16)

  init(
    database: Database, keyring: Keyring, rules: RuleBook, calendars: CalendarBook,
    statements: [StatementDefinition], clock: Clock, clamd: ClamdAddress? = nil,
    fewestShown: Int? = nil
  ) throws(ServiceError) {
    self.database = database
    readLog = ReadLog(database)
    self.keyring = keyring
    self.rules = rules
    self.calendars = calendars
    self.calendar = calendars.standard
    self.clock = clock
    virusScan = VirusScan(address: clamd)
    fewestSet = fewestShown
    statementDefinitions = statements
    signer = LocalSigner(key: keyring.statement)
  }

  /// Opens a database whose tables are in place.
  ///
  /// - Parameter clamd: where uploaded files are checked for viruses, `unix:PATH` or
  ///   `tcp:HOST:PORT`; nil is nowhere, and files are then called unchecked.
  /// - Parameter fewestShown: how few may stand behind a figure of the follow-up; never fewer than
  ///   the rule `STAT_FEWEST_SHOWN` says, which holds where this is nil.
  /// - Throws: `ServiceError.fault` with the store's or the rule book's code,
  ///   `documents.clamd` where the address is neither, or `follow-up.fewest-shown`.
  public static func open(
    _ address: DatabaseAddress, keyring: Keyring, clock: Clock = .system,
    faults: FaultPlan? = nil, clamd: String? = nil, fewestShown: Int? = nil
  ) async throws(ServiceError) -> SamsynService {
    let scanner = clamd.flatMap(ClamdAddress.init)
    if clamd != nil && scanner == nil { throw .fault("documents.clamd") }
    do {
      let database = try await Database.open(address, faults: faults)
      let service = try SamsynService(
        database: database, keyring: keyring, rules: shipped.get().rules,
        calendars: shipped.get().calendars, statements: shipped.get().statements,
        clock: clock, clamd: scanner, fewestShown: fewestShown)
      try service.checkFewestShown()
      try await service.read { try StreamKeys($0, keyring).checkMaster() }
      try await service.readClockShift()
      return service
    } catch {
      throw ServiceError(error)
    }
  }

  /// The rules, calendars and statements' definitions that come with the program; they are read
  /// once.
  private static let shipped = Result {
    (
      rules: try RuleBookFile.load(), calendars: try CalendarFile.load(),
      statements: try StatementDefinitionFile.load()
    )
  }

  /// Closes the database.
  public func close() async {
    await openFiles.closeAll()
    await database.close()
  }

  /// What decisions and views need besides the case, with a region's own targets.
  public func context(targets: ServiceTargets? = nil, now: Instant? = nil) -> CaseContext {
    let now = now ?? clock.now()
    return CaseContext(
      now: now, rules: rules, calendar: calendar,
      targets: targets ?? standardTargets(on: now.day))
  }

  /// The histories of cases for a command.
  func histories(_ connection: any Connection) -> CaseHistory {
    CaseHistory(connection, keyring, caseCache)
  }

  /// The histories of cases for what is shown: each row is checked before, or for long histories
  /// soon after (decision 0026).
  func shownHistories(_ connection: any Connection) -> CaseHistory {
    CaseHistory(connection, keyring, caseCache, keptFrom: Self.longHistory) { [weak self] id in
      Task { await self?.confirm(id) }
    }
  }

  /// Events from which on a history is kept between pages. Hardly any case has so many.
  static let longHistory = 200

  /// Reads every row of a case. Where one was changed nothing is kept, so that whoever asks next
  /// is told.
  func confirm(_ id: CaseNumber) async {
    do { _ = try await read { try CaseHistory($0, self.keyring).load(id) } } catch {
      caseCache.forget(id)
    }
  }

  /// One transaction, with errors in the service's own terms.
  func write<T: Sendable>(
    durability: Durability = .atOnce,
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws(ServiceError) -> T {
    do {
      return try await database.write(durability: durability, body)
    } catch {
      throw ServiceError(error)
    }
  }

  /// One consistent reading, with errors in the service's own terms.
  func read<T: Sendable>(
    _ body: @Sendable @escaping (any Connection) throws -> T
  ) async throws(ServiceError) -> T {
    do { return try await database.read(body) } catch { throw ServiceError(error) }
  }
}
