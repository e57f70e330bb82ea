import { closeAlert } from '@/lib/casework/alerts/close-alert'
import { command } from '@/lib/platform/gate/command'

export const POST = command(closeAlert)
