import { addMember } from '@/lib/people/add-member'
import { command } from '@/lib/write/command'

export const POST = command(addMember)
