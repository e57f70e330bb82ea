import { plainSort } from '@/lib/casework/views/filter'
import { idOf } from './random'
import type { OfficeId } from './records'
import type { KeptView } from './small-records'
import { users } from './staff'

type Row = readonly [
  by: string,
  office: OfficeId | null,
  Pick<KeptView, 'name' | 'view'> & Partial<Pick<KeptView, 'sort'>>,
]

/** What one colleague of each discipline comes back to, and what supervisors keep for their offices. */
const KEPT: readonly Row[] = [
  ['Allaye Sow', null, { name: 'MORNING', view: 'late' }],
  ['Ibrahim Ag Moussa', null, { name: 'CALLS', view: 'silent', sort: { by: 'contact', falling: false } }],
  ['Ramata Traoré', null, { name: 'FOLLOW_UP', view: 'turn' }],
  ['Harouna Kounta', null, { name: 'CHECK', view: 'drafts' }],
  ['Harouna Kounta', 'GAO', { name: 'MEETING', view: 'high', sort: { by: 'contact', falling: false } }],
  ['Safiatou Dembélé', 'MOP', { name: 'MEETING', view: 'high' }],
]

/** The views of the case list that were kept before the demonstration's morning. */
export const keptViews = (): KeptView[] =>
  KEPT.map(([by, office, { name, view, sort = plainSort }]) => ({
    id: idOf(`view:${by}:${office}:${name}`),
    byId: users.find((user) => user.name === by)?.id ?? '',
    office,
    name,
    view,
    sort,
    at: '2014-06-26T15:40:00Z',
  }))
