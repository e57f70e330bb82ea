import { decideGrant } from '@/lib/casework/reintegration/decide-grant'
import { command } from '@/lib/platform/gate/command'

export const POST = command(decideGrant)
