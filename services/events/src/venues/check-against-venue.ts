import type { VenueFactsInput as VenueFacts } from '../types/venue-facts.js';
import type { VenueFinding } from '../types/venue-finding.js';
import type { VenueRule } from '../types/venue-rule.js';
import type { VenueStanding } from '../types/venue-standing.js';

/** One sentence each, or null where the rule is kept. */
const checks = { standing, language, words, pages, seconds, agendaItem, leadTime };

/** Where a statement leaves a venue's rule, as far as the facts say; none where it keeps it. */
export function checkAgainstVenue(rule: VenueRule, facts: VenueFacts): VenueFinding[] {
  return Object.entries(checks).flatMap(([about, check]) => {
    const message = check(rule, facts);
    return message === null ? [] : [{ about, message }];
  });
}

function standing({ submitters }: VenueRule, { standings }: VenueFacts): string | null {
  if (submitters.length === 0 || standings == null) return null;
  const strangers = standings.filter((held) => !submitters.includes(held)).length;
  if (strangers === 0 && standings.length > 0) return null;
  if (strangers === standings.length)
    return 'None of the submitters has the status that is needed to submit.';
  return `${strangers} of ${standings.length} submitters lack the status that is needed: they may be named as sharing the views, not as submitters.`;
}

function language({ languages }: VenueRule, { language: used }: VenueFacts): string | null {
  if (languages.length === 0 || used == null) return null;
  if (languages.includes(used.split('-')[0]?.toLowerCase() ?? '')) return null;
  return `The language must be one of: ${languages.join(', ')}.`;
}

/** The shortest limit of the submitters: a joint text must be short enough for each of them. */
function words({ wordLimits }: VenueRule, { words: count, standings }: VenueFacts): string | null {
  if (count == null) return null;
  const limits = wordLimits.filter((limit) => limit.standing === null || applies(limit.standing, standings));
  const most = Math.min(...limits.map((limit) => limit.words));
  return count <= most ? null : `The text has ${count} words; ${most} are allowed.`;
}

function applies(standing: VenueStanding, held: VenueFacts['standings']): boolean {
  return held == null || held.length === 0 || held.includes(standing);
}

function pages(
  { pageLimits }: VenueRule,
  { pages: count, submitters, standings }: VenueFacts,
): string | null {
  if (count == null) return null;
  const joining = submitters ?? standings?.length ?? 1;
  const limits = pageLimits.filter(({ fromSubmitters }) => fromSubmitters <= joining);
  const most = Math.max(...limits.map((limit) => limit.pages));
  if (limits.length === 0 || count <= most) return null;
  return `The text has ${count} pages; ${most} are allowed for ${joining} submitters.`;
}

function seconds({ timeLimits }: VenueRule, { seconds: length }: VenueFacts): string | null {
  if (length == null || timeLimits.length === 0) return null;
  const exceeded = timeLimits.filter((limit) => limit.seconds < length);
  if (exceeded.length === 0) return null;
  const allowed = exceeded.map((limit) => `${limit.seconds} s (${limit.occasion.toLowerCase()})`);
  return `Reading it takes ${length} s; allowed are ${allowed.join(', ')}.`;
}

function agendaItem({ needsAgendaItem }: VenueRule, { hasAgendaItem }: VenueFacts): string | null {
  return needsAgendaItem && hasAgendaItem === false ? 'It must name an item of the agenda.' : null;
}

function leadTime({ leadDays }: VenueRule, { handedInOn, sessionStartsOn }: VenueFacts): string | null {
  if (leadDays === null || handedInOn == null || sessionStartsOn == null) return null;
  const last = new Date(Date.parse(sessionStartsOn) - leadDays * 86_400_000).toISOString().slice(0, 10);
  return handedInOn <= last
    ? null
    : `It must be handed in by ${last}, ${leadDays} days before the session begins.`;
}
