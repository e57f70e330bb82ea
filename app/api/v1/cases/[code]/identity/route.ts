import { writeIdentity } from '@/lib/people/write-identity'
import { command } from '@/lib/write/command'

export const POST = command(writeIdentity)
