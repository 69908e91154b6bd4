// swift-tools-version: 6.1
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Versions are exact: what was tested is what is built. A new dependency needs a
// decision record (docs/decisions).
let package = Package(
  name: "Samsyn",
  products: [
    .executable(name: "samsyn", targets: ["samsyn"]),
    // For the bench, which is a package of its own.
    .library(
      name: "SamsynService",
      targets: ["Service", "Store", "Domain", "Exchange", "Statistics", "Synthetic", "XML"]),
    .library(name: "CXML2", targets: ["CXML2"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CXLSX", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CSpawn"),

    .target(name: "Domain", swiftSettings: strict),
    .target(
      name: "RuleData",
      dependencies: ["Domain", .product(name: "Yams", package: "Yams")],
      resources: [.copy("Rules")],
      swiftSettings: strict),
    .target(
      name: "Store",
      dependencies: [
        "CPostgres",
        "Domain",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "Statistics", dependencies: ["Domain"], swiftSettings: strict),
    .target(name: "XML", dependencies: ["CXML2"], swiftSettings: strict),
    .target(name: "Archive", dependencies: ["CArchive"], swiftSettings: strict),
    .target(name: "Workbook", dependencies: ["CXLSX"], swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["Domain", "XML"], swiftSettings: strict),
    .target(
      name: "Documents",
      dependencies: ["CSpawn", "Domain", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "Markup", swiftSettings: strict),
    .target(name: "Synthetic", dependencies: ["Domain"], swiftSettings: strict),
    .target(
      name: "Service",
      dependencies: [
        "Archive", "Domain", "RuleData", "Statistics", "Store", "Exchange", "Documents",
        "Synthetic", "Workbook",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Service", "Documents", "Markup", "Domain", "RuleData", "Statistics",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.copy("Assets")],
      swiftSettings: strict),
    .executableTarget(
      name: "samsyn",
      dependencies: [
        "Archive", "CMalloc", "Web", "Service", "Domain", "RuleData", "Statistics", "Store",
        "Exchange", "Synthetic", "XML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    .testTarget(name: "DomainTests", dependencies: ["Domain", "RuleData"]),
    .testTarget(name: "RuleDataTests", dependencies: ["RuleData", "Domain"]),
    // What tests start beside themselves: programs, and a database server.
    .target(
      name: "TestMachine", dependencies: ["CSpawn"], path: "Tests/TestMachine",
      swiftSettings: strict),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Domain", "TestMachine"]),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook", "Archive"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "CArchive"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Domain"]),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "XML", "Domain", "Synthetic"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Domain", "TestMachine"]),
    .testTarget(
      name: "SyntheticTests", dependencies: ["Synthetic", "Domain", "RuleData", "Exchange"]),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "CArchive", "Service", "Domain", "Documents", "Statistics", "Store", "RuleData",
        "Synthetic", "Exchange", "TestMachine", "XML",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Service", "Domain", "Store", "Exchange", "Synthetic", "TestMachine",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Service", "Markup", "Domain", "Store", "Statistics", "Synthetic",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(name: "TidyTests"),
  ],
  swiftLanguageModes: [.v6]
)

/// Settings of every module: existential types are written `any`.
let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]
