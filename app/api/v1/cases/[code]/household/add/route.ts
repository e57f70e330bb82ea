import { addMember } from '@/lib/casework/registration/add-member'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addMember)
