// SPDX-License-Identifier: Apache-2.0

/// Why a table of the specifications has other figures here, or none. Each is explained in
/// `docs/followup-differences.md`.
enum AcceptanceReason: String, CaseIterable {
  // Not here on purpose: told by the table itself.
  case doctors = "figures about each doctor, or by age, sex and position of doctors"
  case presentation = "colours, names of who is signed in, choices in filters, what is gathered"
  case uploads = "lists that regions upload"
  case inhabitants = "figures for each inhabitant or listed patient"
  case extracts = "extracts for Socialstyrelsen"
  case otherKinds = "certificates that are not for sickness benefit"
  case otherSubjects = "messages that are not supplement requests"

  // Another definition: found by comparing.
  case severalUnits = "a case of several units counts in each of them"
  case ownProvider = "a case of several providers is one here"
  case severalGroups = "a case counts in each diagnosis and degree that it has had"
  case laterStart = "the certificate that begins last, not that of the last day, decides"
  case threshold = "small numbers are set to nothing before they are added up"
  case unknownUnit = "certificates of unknown units count here"
  case ageAtEnd = "age on the last day instead of at the signing"
  case filterEarlier = "a selection takes the case to its last certificate in the selection"
  case lengthOfMessages = "length of sick leave restricts messages' certificates here"
}
