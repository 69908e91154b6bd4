// swift-tools-version: 6.1
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// Outside the tests: what Samsyn costs, printed as figures. See docs/benchmarks.md.
let package = Package(
  name: "samsyn-bench",
  dependencies: [
    .package(name: "Samsyn", path: ".."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: [
    .executableTarget(
      name: "samsyn-bench",
      dependencies: [
        .product(name: "SamsynService", package: "Samsyn"),
        .product(name: "CXML2", package: "Samsyn"),
        // Built beside the bench, which starts it as anybody would.
        .product(name: "samsyn", package: "Samsyn"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")])
  ],
  swiftLanguageModes: [.v6]
)
