import { writeSafety } from '@/lib/casework/registration/write-safety'
import { command } from '@/lib/platform/gate/command'

export const POST = command(writeSafety)
