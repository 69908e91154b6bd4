// SPDX-License-Identifier: Apache-2.0
import CPostgres

/// The types of the server this program reads and writes, by the numbers of its catalogue.
private enum TypeNumber {
  static let bool: Oid = 16
  static let bytes: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let varchar: Oid = 1043
  static let void: Oid = 2278
}

/// The arguments of one statement in the form libpq wants: whole numbers as text, text and bytes
/// with their lengths.
struct PostgresParameters {
  private(set) var types: [Oid] = []
  private(set) var pointers: [UnsafePointer<CChar>?] = []
  private(set) var lengths: [Int32] = []
  private(set) var formats: [Int32] = []

  init(_ arguments: [SQLValue]) {
    for argument in arguments {
      switch argument {
      case .null: append(type: 0, nil)
      case .integer(let number):
        append(type: TypeNumber.int8, Self.bigEndian(number))
      case .text(let text): append(type: TypeNumber.text, Array(text.utf8))
      case .blob(let bytes): append(type: TypeNumber.bytes, bytes)
      }
    }
  }

  private mutating func append(type: Oid, _ bytes: [UInt8]?) {
    types.append(type)
    lengths.append(Int32(bytes?.count ?? 0))
    formats.append(1)
    pointers.append(bytes.map(Self.copy))
  }

  private static func bigEndian(_ number: Int64) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  /// A copy that lives until `free`; never empty, because a null pointer would mean NULL.
  private static func copy(_ bytes: [UInt8]) -> UnsafePointer<CChar> {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 1)
    memory.copyBytes(from: bytes)
    return UnsafePointer(memory.bindMemory(to: CChar.self).baseAddress!)
  }

  func free() {
    for pointer in pointers { pointer.map { UnsafeRawPointer($0).deallocate() } }
  }
}

/// Reads one field of a binary answer.
enum PostgresValue {
  static func read(
    _ result: OpaquePointer, _ row: Int32, _ place: Int32, _ column: String
  ) throws(StoreError) -> SQLValue {
    if PQgetisnull(result, row, place) == 1 { return .null }
    let count = Int(PQgetlength(result, row, place))
    let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, place), count: count)
    switch PQftype(result, place) {
    case TypeNumber.int8 where count == 8:
      return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
    case TypeNumber.int4 where count == 4:
      return .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
    case TypeNumber.int2 where count == 2:
      return .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
    case TypeNumber.bool where count == 1:
      return .flag(bytes[0] != 0)
    case TypeNumber.text, TypeNumber.varchar, TypeNumber.name:
      return .text(String(decoding: bytes, as: UTF8.self))
    case TypeNumber.bytes:
      return .blob(Array(bytes))
    case TypeNumber.void:
      return .null
    default:
      throw .columnType(column)
    }
  }
}
