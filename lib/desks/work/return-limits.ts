import type { TaskKind } from '@/lib/casework/tasks/kinds'
import { DEFAULTS, type Setting } from '@/lib/platform/settings/defaults'

type Dated = { due: Date; opened: Date }
type Settings = Partial<Record<string, Setting>>
const DAY = 86_400_000

/** Their date is worked out from the rows of the path (`app.return_asks`): the page of the path shows from when. */
export const COUNTED_ON_PATH: readonly TaskKind[] = ['RETURN_STEP', 'GRANT_DELIVER', 'GRANT_VISIT']

const until = ({ due, opened }: Dated): Setting => ({
  value: Math.max(0, Math.floor((due.getTime() - opened.getTime()) / DAY)),
  unit: 'DAYS',
})
const says = (key: string) => (_: Dated, settings: Settings) => settings[key] ?? DEFAULTS[key]

/** Where the limit of each task of a path stands: a setting, or the days until the date that the rows make. PURE. */
export const RETURN_LIMITS = {
  RETURN_STEP: until,
  GRANT: says('grant.decide'),
  GRANT_RETURNED: says('grant.again'),
  GRANT_DELIVER: until,
  GRANT_VISIT: until,
  VISIT_FOLLOW: says('grant.follow'),
} as const
