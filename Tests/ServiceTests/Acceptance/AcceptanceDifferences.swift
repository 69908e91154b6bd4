// SPDX-License-Identifier: Apache-2.0

/// The tables that differ, by the number of the specification and that of the table in it from 1,
/// each with its reason.
enum AcceptanceDifferences {
  static let all: [String: AcceptanceReason] = Dictionary(
    uniqueKeysWithValues: told.flatMap { reason, tables in
      tables.split(whereSeparator: \.isWhitespace).map { (String($0), reason) }
    })

  private static let told: [(AcceptanceReason, String)] = [
    (
      .doctors,
      """
      At001#16 At1601#1 At1603#1 At1606#1 At1701#1 At1702#1 At1703#1 At1706#1 At1802#1 At2403#1
      At2405#1 At5210#1 At5303#8 At5303#9 At5303#10 At5303#11 At5303#12 At5408#1 At6009#1
      At6009#2 At8002#9 At8002#10 At8002#11 At8803#1 Ut2832#31 Ut2832#32 Ut2832#33 Ut2832#34
      Ut2832#35 Ut2832#36
      """
    ),
    (
      .presentation,
      """
      At001#1 At001#2 At001#3 At001#4 At001#5 At001#6 At001#7 At001#8 At001#9 At001#10 At001#11
      At001#12 At001#13 At001#14 At001#15 At002#1 At002#2 At5102#1 At6014#1 At6014#2
      """
    ),
    (
      .uploads,
      """
      At3013#1 At5501#1 At5507#1 At5510#1 At5515#1 At5516#1 At5519#1 At5520#1 At5521#1 Ut2832#9
      Ut8173#5
      """
    ),
    (
      .inhabitants,
      """
      At4006#1 At4006#2 At4006#4 At4006#5 At5515#4 At5516#4 Ut2832#12
      """
    ),
    (
      .extracts,
      """
      At3500#1 At3500#2 At3500#3 At3500#4 At3500#5 At3500#6 At3500#7 At3501#1 At3501#2 At3505#1
      At3505#2 At3505#3 At3505#4 At3505#5
      """
    ),
    (
      .otherKinds,
      """
      At2001#1 At2001#2 At2001#3 At2004#1 At2004#2 At2008#1 At2008#2 At2101#1 At2101#2 At2101#3
      At2102#1 At3013#2 At5006#1 At5406#1 At5519#2 At5520#2 At5521#2 At5602#1 At5606#1 Ut10629#1
      Ut10629#2 Ut6960#1 Ut6960#2
      """
    ),
    (
      .severalUnits,
      """
      At1906#3 At1906#4 At1911#2 Ut2832#11 Ut2832#13
      """
    ),
    (
      .ownProvider,
      """
      At4501#1 At4501#2
      """
    ),
    (
      .severalGroups,
      """
      At7006#1 At7006#2 At7006#3 At7006#4 At7006#5 At7006#7 At7006#15 At7006#16 Ut2832#18
      Ut2832#20 Ut2832#21 Ut2832#26
      """
    ),
    (
      .laterStart,
      """
      At1112#1 At1112#2 At1112#3 At1112#4 At1407#1 At1407#2 At5303#1 At5303#2 At5303#3 At8002#1
      At8002#3 At8002#4 At8002#5 At8002#6 At8002#8
      """
    ),
    (
      .threshold,
      """
      At3001#1 At3004#1 At3009#1 At3010#1 At3016#1 At5516#2 At5516#3
      """
    ),
    (
      .unknownUnit,
      """
      At1020#1
      """
    ),
    (
      .ageAtEnd,
      """
      At5303#6 At5402#2
      """
    ),
    (
      .filterEarlier,
      """
      At5004#1
      """
    ),
    (
      .lengthOfMessages,
      """
      At5304#1
      """
    ),
  ]
}
