import type { Person } from './access-people.js';
import type { Hidden } from './hidden-things.js';

/** One thing that is not open to everybody. */
export interface ReadingRow {
  /** As docs/access.md says it. */
  readonly what: string;
  readonly things: readonly Hidden[];
  readonly readers: readonly Person[];
  /** The fields that lead to it: `Type.field`, `service._entities`, `Subscription.field`. */
  readonly through: readonly string[];
}

/** Roles and mandates by which drafts are read. */
const insiders = ['coAuthor', 'coordinator', 'editor', 'translator', 'observer'] as const;

const consulted = ['signer', 'manager', ...insiders] as const;

/** What is not open to everybody. Whatever is in no row is public, and found by everybody. */
export const reading: readonly ReadingRow[] = [
  {
    what: 'drafts, also withdrawn ones',
    things: ['draft', 'withdrawn draft'],
    readers: insiders,
    through: [
      'Coalition.statements',
      'DifferenceBlock.spans',
      'Query.statement',
      'Query.statements',
      'Revision.statement',
      'Revision.translations',
      'Statement.currentRevision',
      'Statement.revision',
      'Statement.revisions',
      'Statement.translation',
      'Subscription.statementUpdated',
      'Translation.revision',
      'statements._entities',
    ],
  },
  {
    what: 'drafts about which members are consulted',
    things: ['consulted draft'],
    readers: consulted,
    through: [
      'Amendment.revision',
      'Coalition.statements',
      'Query.statement',
      'Query.statements',
      'Revision.statement',
      'Statement.currentRevision',
      'Statement.revision',
      'Statement.revisions',
      'Subscription.statementUpdated',
      'statements._entities',
    ],
  },
  {
    what: 'texts of a public statement from before it was opened',
    things: ['superseded text'],
    readers: insiders,
    through: [
      'DifferenceBlock.spans',
      'Statement.revision',
      'Statement.revisions',
      'Subscription.statementUpdated',
      'statements._entities',
    ],
  },
  {
    what: 'amendments and comments from before the consultation',
    things: ['inner amendment', 'inner comment'],
    readers: insiders,
    through: ['Statement.amendments', 'Statement.comments', 'Subscription.statementUpdated'],
  },
  {
    what: 'amendments and comments of the consultation',
    things: ['shared amendment', 'shared comment'],
    readers: consulted,
    through: ['Statement.amendments', 'Statement.comments', 'Subscription.statementUpdated'],
  },
  {
    what: 'all invitations to sign a statement',
    things: ['invitation to sign', 'invitation to sign a draft'],
    readers: ['coordinator'],
    through: ['Statement.invitations'],
  },
  {
    what: 'an organisation’s invitations to sign, once the statement is open',
    things: ['invitation to sign'],
    readers: ['signer', 'manager'],
    through: ['Organisation.signingInvitations'],
  },
  {
    what: 'a coalition’s invitations',
    things: ['invitation to a coalition'],
    readers: ['coordinator'],
    through: ['Coalition.invitations'],
  },
  {
    what: 'invitations that an organisation got',
    things: ['invitation to a coalition'],
    readers: ['outsider'],
    through: ['Viewer.invitations'],
  },
  {
    what: 'mandates and offers of the organisation',
    things: ['mandate', 'offered mandate'],
    readers: ['manager', 'administrator'],
    through: ['Organisation.mandates'],
  },
  {
    what: 'claims and requests for the organisation',
    things: ['claim'],
    readers: ['manager', 'coordinator', 'administrator'],
    through: ['Query.organisationClaims'],
  },
  {
    what: 'the organisation’s audit log',
    things: ['audit entry'],
    readers: ['signer', 'manager'],
    through: ['Organisation.auditLog'],
  },
  {
    what: 'oneself',
    things: ['person'],
    readers: ['signer'],
    through: ['Query.viewer'],
  },
];

export interface ChangingRow {
  /** The mutation, and which case of it where cases differ. */
  readonly change: string;
  readonly allowed: readonly Person[];
  /** What it is about, and which of its inputs name that: whoever may not see it is answered as if there were none. */
  readonly about?: { readonly seenBy: readonly Person[]; readonly ids: readonly string[] };
}

const signedIn = [
  'stranger',
  'signer',
  'manager',
  'coAuthor',
  'outsider',
  'coordinator',
  'officer',
  'editor',
  'translator',
  'observer',
  'otherCoordinator',
  'administrator',
] as const;

const arrangers = ['coordinator', 'otherCoordinator', 'administrator'] as const;

const aboutDraft = { seenBy: insiders, ids: ['statementId'] };
const aboutConsulted = { seenBy: consulted, ids: ['statementId'] };
const byCoordinators = (change: string, about?: ChangingRow['about']): ChangingRow => ({
  change,
  allowed: ['coordinator'],
  ...(about && { about }),
});
const byAdministrators = (change: string): ChangingRow => ({ change, allowed: ['administrator'] });

/** Every mutation. */
export const changing: readonly ChangingRow[] = [
  byAdministrators('registerOrganisation'),
  byAdministrators('updateOrganisation'),
  byAdministrators('mergeOrganisations'),
  byAdministrators('tellApart'),
  byAdministrators('createCoalition'),
  byCoordinators('admitMember'),
  byCoordinators('endMembership'),
  byCoordinators('appointToRole'),
  byCoordinators('endRoleTerm'),
  byCoordinators('createWorkingGroup'),
  byCoordinators('joinWorkingGroup'),
  byCoordinators('leaveWorkingGroup'),
  byCoordinators('endWorkingGroup'),
  byCoordinators('inviteOrganisation'),
  byCoordinators('withdrawInvitation', { seenBy: ['coordinator'], ids: ['invitationId'] }),
  {
    change: 'answerInvitation',
    allowed: ['outsider'],
    about: { seenBy: ['coordinator', 'outsider'], ids: ['invitationId'] },
  },
  { change: 'grantRole', allowed: ['coordinator', 'administrator'] },
  byAdministrators('grantRole: COORDINATOR'),
  {
    change: 'revokeRole',
    allowed: ['coordinator', 'administrator'],
    about: { seenBy: ['coordinator', 'administrator'], ids: ['roleId'] },
  },
  {
    change: 'revokeRole: COORDINATOR',
    allowed: ['administrator'],
    about: { seenBy: ['coordinator', 'administrator'], ids: ['roleId'] },
  },
  { change: 'grantMandate', allowed: ['manager', 'administrator'] },
  {
    change: 'revokeMandate',
    allowed: ['manager', 'administrator'],
    about: { seenBy: ['manager', 'administrator'], ids: ['mandateId'] },
  },
  { change: 'inviteRepresentative', allowed: ['manager'] },
  {
    change: 'acceptMandate',
    allowed: ['stranger'],
    about: { seenBy: ['stranger'], ids: ['mandateId'] },
  },
  {
    change: 'declineMandate',
    allowed: ['stranger'],
    about: { seenBy: ['stranger'], ids: ['mandateId'] },
  },
  { change: 'claimOrganisation', allowed: signedIn },
  {
    change: 'confirmClaim',
    allowed: ['stranger'],
    about: { seenBy: ['stranger'], ids: ['claimId'] },
  },
  { change: 'requestMandate', allowed: signedIn },
  {
    change: 'answerMandateRequest',
    allowed: ['manager', 'coordinator', 'administrator'],
    about: { seenBy: ['manager', 'coordinator', 'administrator'], ids: ['claimId'] },
  },
  byCoordinators('createStatement'),
  { change: 'reviseStatement', allowed: ['coAuthor', 'coordinator', 'editor'], about: aboutDraft },
  {
    change: 'addTranslation',
    allowed: ['coAuthor', 'coordinator', 'editor', 'translator'],
    about: aboutDraft,
  },
  byCoordinators('startConsultation', aboutDraft),
  byCoordinators('withdrawStatement', aboutDraft),
  {
    change: 'commentOnStatement: for the coalition',
    allowed: ['coAuthor', 'coordinator'],
    about: aboutDraft,
  },
  { change: 'commentOnStatement: for a co-author', allowed: ['coAuthor'], about: aboutDraft },
  {
    change: 'commentOnStatement: for a consulted member',
    allowed: ['signer', 'manager'],
    about: aboutConsulted,
  },
  { change: 'proposeAmendment: for a co-author', allowed: ['coAuthor'], about: aboutDraft },
  {
    change: 'proposeAmendment: for a consulted member',
    allowed: ['signer', 'manager'],
    about: aboutConsulted,
  },
  {
    change: 'decideAmendment',
    allowed: ['coAuthor', 'coordinator', 'editor'],
    about: { seenBy: insiders, ids: ['amendmentId'] },
  },
  byCoordinators('openForSignature', aboutDraft),
  byCoordinators('closeForSignature'),
  byCoordinators('inviteToSign'),
  byCoordinators('withdrawSigningInvitation', {
    seenBy: ['signer', 'manager', 'coordinator'],
    ids: ['invitationId'],
  }),
  {
    change: 'declineToSign',
    allowed: ['signer'],
    about: { seenBy: ['signer', 'manager', 'coordinator'], ids: ['invitationId'] },
  },
  { change: 'signStatement', allowed: ['signer'] },
  { change: 'withdrawSignature', allowed: ['signer'] },
  byCoordinators('reportPersonSignature'),
  byCoordinators('withdrawSignature: reported'),
  { change: 'createEvent', allowed: arrangers },
  { change: 'updateEvent', allowed: arrangers },
  { change: 'addAgendaItem', allowed: arrangers },
  { change: 'addDeadline', allowed: arrangers },
  { change: 'moveDeadline', allowed: arrangers },
  { change: 'addSideEvent', allowed: arrangers },
  byCoordinators('recordDelivery'),
];
