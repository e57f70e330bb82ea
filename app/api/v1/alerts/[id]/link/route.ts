import { linkAlert } from '@/lib/alerts/link-alert'
import { command } from '@/lib/write/command'

export const POST = command(linkAlert)
