import { reference, type TableWords } from './words'

/** Accounts, places, agencies and what the team sets. PURE. */
export const accountTables: Readonly<Record<string, TableWords>> = {
  'access.users': {
    row: 'an account',
    level: 'staff',
    read: 'everybody',
    span: 'person',
    columns: {
      email: 'with what they sign in',
      name: 'as it is shown to colleagues',
      role: 'their role',
      locale: 'the language of their pages',
      active: 'whether they may sign in',
      base_id: 'at which base of their agency',
      languages: 'what they speak',
    },
  },
  'access.user_offices': {
    row: 'an office somebody works in',
    level: 'staff',
    read: 'staff',
    span: 'person',
  },
  'access.credentials': {
    row: 'a password',
    level: 'staff',
    read: 'signIn',
    span: 'person',
    columns: { password_hash: 'Argon2id; the password is nowhere', changed_at: 'when it was chosen' },
  },
  'access.invitations': {
    row: 'a link with which somebody chooses a first password',
    level: 'staff',
    read: 'nobody',
    span: 'person',
    columns: {
      token_hash: 'the link, as a hash',
      expires_at: 'until when it is good',
      used_at: 'when it was used',
    },
  },
  'access.sessions': {
    row: 'somebody signed in on a device',
    level: 'staff',
    read: 'signIn',
    span: 'session',
    columns: {
      token_hash: 'the session, as a hash',
      kind: 'staff or partner',
      last_seen_at: 'when it was used last',
      expires_at: 'until when it is good',
      revoked_at: 'when it was ended',
    },
  },
  'access.sign_in_attempts': {
    row: 'a wrong password',
    level: 'technical',
    read: 'signIn',
    span: 'tries',
    columns: { account_hash: 'which account, as a hash', address_hash: 'from where, as a hash' },
  },
  'access.live_members': {
    row: 'who works on which living case; what reach is judged by',
    level: 'work',
    read: 'nobody',
    span: 'living',
    columns: { capacity: 'LEAD, MEMBER or NAMED_SUPERVISOR' },
  },
  'access.offices': {
    ...reference('an office', { name: 'its name', phone: 'its telephone' }),
    read: 'everybody',
  },
  'app.staff_functions': reference('a function that somebody holds', {
    function: 'which function',
    from_at: 'from when',
    until_at: 'until when',
  }),
  'app.leaves': {
    row: 'somebody is away',
    level: 'staff',
    read: 'leave',
    span: 'person',
    columns: { recorded_by: 'who wrote it down', recorded_at: 'when' },
  },
  'app.flow_points': reference('a flow monitoring point', {
    code: 'its code',
    name: 'its name',
    cercle: 'in which cercle',
  }),
  'app.cercle_offices': reference('which office serves a cercle', { cercle: 'the cercle' }),
  'app.partners': {
    ...reference('an agency', {
      code: 'its code',
      name_fr: 'its name in French',
      name_en: 'its name in English',
      short_name: 'its name on a line',
      provider_type: 'what kind of agency',
      agreement_from: 'since when we have an agreement',
      agreement_until: 'until when',
      phone: 'its telephone',
    }),
    read: 'everybody',
  },
  'app.partner_bases': {
    ...reference('a base of an agency', {
      name: 'its name',
      offices: 'the offices whose referrals it receives',
    }),
    read: 'everybody',
  },
  'app.directory_entries': reference('a service that an agency gives', {
    service: 'which service',
    cercles: 'where',
    state: 'OPEN or PAUSED',
    paused_until: 'until when it is paused',
    verified_on: 'when somebody asked the agency last',
    note: 'what a colleague should know',
    place: 'where people go',
  }),
  'app.settings': {
    ...reference('a limit or span that the team sets', {
      key: 'which',
      value: 'how much',
      unit: 'in what',
    }),
    read: 'everybody',
  },
}
