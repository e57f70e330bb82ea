import { closeAlert } from '@/lib/alerts/close-alert'
import { command } from '@/lib/write/command'

export const POST = command(closeAlert)
