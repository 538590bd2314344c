/** What is kept for a while and no longer. */
export interface RetentionRule {
  /** In words, for whoever runs the hub. */
  readonly what: string;
  readonly table: string;
  /** Which rows have had their time, as a condition in SQL. */
  readonly expired: string;
}

/** How long the name of somebody is kept who has nothing to do with the organisation any more, in days. */
export const namesKeptDays = 30;

/** How long is kept what came to nothing, in days: who asks why it was refused still finds it. */
export const refusedKeptDays = 90;

const today = "(hub_now() at time zone 'UTC')::date";
const nobodyAsks = `${today} - ${refusedKeptDays}`;
const lately = `${today} - ${namesKeptDays}`;

/** A mandate or an offer that holds, or did lately. */
const representedLately = `
  select from mandate
   where mandate.organisation_id = representative.organisation_id
     and mandate.person_id = representative.person_id
     and (mandate.revoked_at is null or mandate.revoked_at >= ${lately})
     and (mandate.ends_on is null or mandate.ends_on >= ${lately})
     and (mandate.state = 'GRANTED' or mandate.answer_by >= ${lately})`;

/** A claim that waits, or was answered lately. */
const claimedLately = `
  select from organisation_claim as claim
   where claim.organisation_id = representative.organisation_id
     and claim.person_id = representative.person_id
     and (case when claim.answered_at is not null then claim.answered_at >= ${lately}
               else coalesce(claim.confirm_by >= ${lately}, true) end)`;

/** In the order in which rows go: a name goes once nothing that it belongs to is left. */
export const retentionRules: readonly RetentionRule[] = [
  {
    what: `claims that were refused, or not confirmed in time, more than ${refusedKeptDays} days ago`,
    table: 'organisation_claim',
    expired: `(state = 'REFUSED' and answered_at < ${nobodyAsks})
      or (state = 'PENDING' and confirm_by < ${nobodyAsks})`,
  },
  {
    what: `offers that were declined, taken back, or not answered in time, more than ${refusedKeptDays} days ago`,
    table: 'mandate',
    expired: `state <> 'GRANTED' and (revoked_at < ${nobodyAsks} or answer_by < ${nobodyAsks})`,
  },
  {
    what: `names of people without a mandate, an offer or a claim for ${namesKeptDays} days`,
    table: 'representative',
    expired: `not exists (${representedLately}) and not exists (${claimedLately})`,
  },
];
