/** A line of a list that a coordinator reports: an organisation of the registry, or a person in a capacity. */
export type ReportedSignature = ReportedOrganisation | ReportedPerson;

interface Reported {
  /** `YYYY-MM-DD`; the day of the import unless told. */
  readonly signedOn?: string | null;
}

export interface ReportedOrganisation extends Reported {
  readonly organisationId: string;
  /** As the list prints it, 300 characters at most; the registered name unless told. */
  readonly nameAsSigned?: string | null;
}

export interface ReportedPerson extends Reported {
  readonly person: { readonly name: string; readonly capacity: string };
}
