import { saveGrant } from '@/lib/casework/reintegration/save-grant'
import { command } from '@/lib/platform/gate/command'

export const POST = command(saveGrant)
