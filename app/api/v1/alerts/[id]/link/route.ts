import { linkAlert } from '@/lib/casework/registration/link-alert'
import { command } from '@/lib/platform/gate/command'

export const POST = command(linkAlert)
