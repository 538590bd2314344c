/** The sample statement with all who signed it and where it was delivered: all four subgraphs answer. */
export const wholeSample = `{
  statement(slug: "ceuta-and-melilla") {
    id title status
    coalition { name members(first: 200) { totalCount } }
    signatureCount { public }
    lists { id digest size }
    deliveries { id deliveredOn agendaItem { number } event { slug } }
    signatures(first: 200, list: AT_DELIVERY) {
      totalCount
      edges { node { id nameAsSigned signedOn organisation { id slug name country } } }
    }
  }
}`;

export const sampleUpdates = `subscription ($after: String) {
  statementUpdated(slug: "ceuta-and-melilla", after: $after) {
    cursor kind signature { nameAsSigned organisation { name } }
  }
}`;
