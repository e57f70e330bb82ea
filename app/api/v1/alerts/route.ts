import { raiseAlert } from '@/lib/alerts/raise-alert'
import { command } from '@/lib/write/command'

export const POST = command(raiseAlert)
