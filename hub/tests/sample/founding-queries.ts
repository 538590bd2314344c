/** Of each founding document one query that names everything in it. */
export const ceutaAndMelilla = `{
  statement(slug: "ceuta-and-melilla") {
    title status kind
    coAuthors { slug name country }
    currentRevision { text }
    signatureCount { public people byRegion { region count } }
    signatures(first: 200, list: AT_DELIVERY) { totalCount edges { node { nameAsSigned countryAsSigned } } }
    deliveries {
      mode deliveredOn deliveredBy { slug }
      agendaItem { number }
      event { slug session startsOn endsOn place country body { code } }
      list { size people }
    }
  }
}`;

export const migrantDefenders = `{
  statement(slug: "migrant-defenders-asia-pacific") {
    title status kind
    currentRevision {
      language text wordCount
      addressees { name kind demands { number text } }
      footnotes { number term text }
    }
    coAuthors { slug }
    signatureCount { public people byRegion { region count } }
    signatures(first: 200) { totalCount edges { node { nameAsSigned countryAsSigned provenance } } }
    lists { size people }
    deliveries { id }
  }
}`;

export const councilElections = `{
  letter: statement(slug: "council-elections-2013") {
    title status kind
    coAuthors { slug name }
    currentRevision { text addressees { name kind demands { number text } } }
    signatureCount { public people }
    signatures(first: 200, list: AT_DELIVERY) {
      totalCount edges { node { nameAsSigned provenance person { capacity } organisation { slug } } }
    }
    deliveries {
      mode deliveredOn addressees deliveredBy { slug } onBehalfOf { name }
      event { title startsOn place body { code } }
      list { size people }
    }
  }
  mandateHolders: statement(slug: "mandate-holders-2013") {
    title status kind
    coAuthors { slug }
    currentRevision { text publishedAt addressees { name kind demands { number text } } }
    signatureCount { public people all }
    signatures(first: 200) {
      totalCount edges { node { organisation { slug } person { nameAsSigned capacity } signedOn } }
    }
    lists { size people }
  }
}`;

export const ishrSubmissions = `{
  coalition(slug: "ishr-submissions") {
    members { totalCount edges { node { organisation { slug } } } }
    statements(first: 10) {
      totalCount
      edges { node {
        slug title kind status
        coAuthors { slug }
        currentRevision { text publishedAt addressees { name kind } }
        signatures { totalCount edges { node { organisation { slug } } } }
        deliveries {
          mode deliveredOn deliveredBy { slug }
          event { slug session startsOn endsOn place country body { code name } }
        }
      } }
    }
  }
}`;

export const globalMigrationGroup = `{
  coalition(slug: "global-migration-group") {
    name purpose
    members(first: 200, asOf: "2013-10-03") {
      totalCount edges { node { role organisation { slug name acronym kind } } }
    }
    roleHistory(first: 200) { totalCount edges { node { role since until organisation { slug } } } }
    workingGroups(asOf: "2013-10-03") {
      name purpose
      chairs(asOf: "2014-12-31") { role since until organisation { slug } }
      afterwards: chairs(asOf: "2015-01-01") { organisation { slug } }
    }
    statements(first: 10) {
      edges { node {
        slug title status
        coAuthors { slug kind }
        currentRevision { text publishedAt }
        signatureCount { public }
        signatures { totalCount edges { node { organisation { slug } } } }
        deliveries { mode deliveredOn event { slug } }
      } }
    }
  }
  event(slug: "high-level-dialogue-on-migration-2013") {
    title startsOn endsOn place country timezone
    body { code }
    sideEvents { title startsAt place organisers { name } }
    deliveries { totalCount edges { node { statement { slug } } } }
  }
}`;
