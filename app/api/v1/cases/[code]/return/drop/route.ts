import { dropGrant } from '@/lib/casework/reintegration/drop-grant'
import { command } from '@/lib/platform/gate/command'

export const POST = command(dropGrant)
