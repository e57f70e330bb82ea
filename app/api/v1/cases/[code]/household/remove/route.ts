import { removeMember } from '@/lib/people/remove-member'
import { command } from '@/lib/write/command'

export const POST = command(removeMember)
