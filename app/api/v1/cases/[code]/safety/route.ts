import { writeSafety } from '@/lib/people/write-safety'
import { command } from '@/lib/write/command'

export const POST = command(writeSafety)
