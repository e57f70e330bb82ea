import { raiseAlert } from '@/lib/casework/alerts/raise-alert'
import { command } from '@/lib/platform/gate/command'

export const POST = command(raiseAlert)
