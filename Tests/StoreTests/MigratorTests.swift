// SPDX-License-Identifier: Apache-2.0
import Domain
import Testing

@testable import Store

@Suite struct MigratorTests {
  private static let first = Migration(
    version: 1, name: "one", sql: "CREATE TABLE one (a {int}, b {text}, c {blob}){strict};\n")
  private static let second = Migration(
    version: 2, name: "two",
    sql: "CREATE TABLE two (id {identity}, a {int}){strict};\nINSERT INTO two (a) VALUES (1);\n")
  private static let broken = Migration(
    version: 2, name: "broken", sql: "CREATE TABLE half (a {int});\nINSERT INTO nowhere;\n")

  @Test(arguments: TestEngine.all)
  func `migrations are applied once and in order`(engine: TestEngine) async throws {
    try await withEmptyDatabase(engine) { database in
      let all = [Self.first, Self.second]
      let before = try await Migrator.status(database, migrations: all)
      #expect(before.applied == 0)
      #expect(try await Migrator.migrate(database, migrations: [Self.first], at: Sample.now) == 1)
      #expect(try await Migrator.status(database, migrations: all).isCurrent == false)
      #expect(try await Migrator.migrate(database, migrations: all, at: Sample.now) == 1)
      #expect(try await Migrator.migrate(database, migrations: all, at: Sample.now) == 0)
      #expect(try await Migrator.status(database, migrations: all).isCurrent)
      #expect(try await database.count("two") == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a changed migration is refused and nothing is applied`(
    engine: TestEngine
  ) async throws {
    try await withEmptyDatabase(engine) { database in
      try await Migrator.migrate(database, migrations: [Self.first], at: Sample.now)
      let changed = Migration(version: 1, name: "one", sql: Self.first.sql + " ")
      let error = await storeError {
        try await Migrator.migrate(
          database, migrations: [changed, Self.second], at: Sample.now)
      }
      #expect(error == .migrationChanged(version: 1))
      #expect(await storeError { try await database.count("two") } != nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a newer database is refused`(engine: TestEngine) async throws {
    try await withEmptyDatabase(engine) { database in
      try await Migrator.migrate(
        database, migrations: [Self.first, Self.second], at: Sample.now)
      let migrate = await storeError {
        try await Migrator.migrate(database, migrations: [Self.first], at: Sample.now)
      }
      let status = await storeError {
        try await Migrator.status(database, migrations: [Self.first])
      }
      #expect(migrate == .databaseNewer(version: 2))
      #expect(status == .databaseNewer(version: 2))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a migration that fails half way leaves the database as it was`(
    engine: TestEngine
  ) async throws {
    try await withEmptyDatabase(engine) { database in
      try await Migrator.migrate(database, migrations: [Self.first], at: Sample.now)
      let error = await storeError {
        try await Migrator.migrate(
          database, migrations: [Self.first, Self.broken], at: Sample.now)
      }
      #expect(error?.code == "store.statement")
      #expect(await storeError { try await database.count("half") } != nil)
      #expect(try await database.count("schema_migration") == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `two programs starting together migrate once`(engine: TestEngine) async throws {
    let place = try await TestPlace(engine)
    defer { place.remove() }
    let one = try await Database.open(place.address)
    let two = try await Database.open(place.address)
    async let a = Migrator.migrate(one, at: Sample.now)
    async let b = Migrator.migrate(two, at: Sample.now)
    let applied = try await [a, b]
    #expect(applied.sorted() == [0, Migrator.migrations.count])
    await one.close()
    await two.close()
  }

  @Test(arguments: TestEngine.all)
  func `an empty database is too old to work on until it is migrated`(
    engine: TestEngine
  ) async throws {
    try await withEmptyDatabase(engine) { database in
      let error = await storeError { try await Migrator.requireCurrent(database) }
      #expect(error == .databaseOlder(version: 0))
      try await Migrator.migrate(database, at: Sample.now)
      try await Migrator.requireCurrent(database)
    }
  }

  @Test func `the program's migrations are numbered without gaps`() {
    #expect(Migrator.migrations.map(\.version) == Array(1...Migrator.migrations.count))
  }

  private func withEmptyDatabase(
    _ engine: TestEngine, _ body: (Database) async throws -> Void
  ) async throws {
    let place = try await TestPlace(engine)
    defer { place.remove() }
    let database = try await Database.open(place.address)
    do {
      try await body(database)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }
}
