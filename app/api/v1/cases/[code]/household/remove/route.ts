import { removeMember } from '@/lib/casework/registration/remove-member'
import { command } from '@/lib/platform/gate/command'

export const POST = command(removeMember)
