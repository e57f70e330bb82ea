import { writeSituation } from '@/lib/casework/registration/write-situation'
import { command } from '@/lib/platform/gate/command'

export const POST = command(writeSituation)
