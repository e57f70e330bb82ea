import type { Tx } from '@/lib/platform/db/client'
import { settingsNow } from '@/lib/platform/settings/read'
import type { Figures } from './budget'

/** What the settings say of grants now. */
export const grantFigures = (tx: Tx): Promise<Figures> => settingsNow(tx, 'grant.')
