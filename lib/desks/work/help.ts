import { caseworkerRoles, type Role, staffRoles } from '@/lib/platform/access/roles'

/** Chapters of the help page, each with its number of tasks. Wording: `work.help.<chapter>.<n>`. PURE. */
export const chapters = {
  caseworker: 6,
  supervisor: 4,
  enumerator: 3,
  partner: 4,
  im: 3,
  dpo: 2,
  admin: 2,
  everybody: 4,
  /** Of those who work here: partners have a way of their own. */
  abuse: 1,
} as const
export type Chapter = keyof typeof chapters

const chapterOf: Partial<Record<Role, Chapter>> = {
  SUPERVISOR: 'supervisor',
  DTM_ENUM: 'enumerator',
  PARTNER_FP: 'partner',
  IM: 'im',
  DPO: 'dpo',
  ADMIN: 'admin',
}

/** The reader's own chapter first, then what is for everybody, then the others. */
export function chaptersFor(role: Role | undefined): Chapter[] {
  const isCaseworker = (caseworkerRoles as readonly (Role | undefined)[]).includes(role)
  const own = isCaseworker ? 'caseworker' : role && chapterOf[role]
  const staff = role !== undefined && staffRoles.includes(role)
  const first: Chapter[] = [...(own ? [own] : []), ...(staff ? (['abuse'] as const) : []), 'everybody']
  const others = (Object.keys(chapters) as Chapter[]).filter(
    (chapter) => !first.includes(chapter) && chapter !== 'abuse',
  )
  return [...first, ...others]
}

/** Words of the field, in the order of the work. Wording: `work.glossary.<term>` and `work.glossary.<term>.is`. */
export const terms = [
  'alert',
  'flow-point',
  'case',
  'case-code',
  'caseworker',
  'consent',
  'assent',
  'need-to-know',
  'referral',
  'approval',
  'emergency',
  'stage-1',
  'stage-2',
  'focal-point',
  'acknowledge',
  'clock',
  'verify',
  'follow-up',
  'closure',
  'restricted',
  'statistics-consent',
] as const
