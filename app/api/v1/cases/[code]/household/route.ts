import { writeHousehold } from '@/lib/people/write-household'
import { command } from '@/lib/write/command'

export const POST = command(writeHousehold)
