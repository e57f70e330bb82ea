import { writeFunctioning } from '@/lib/casework/registration/write-functioning'
import { command } from '@/lib/platform/gate/command'

export const POST = command(writeFunctioning)
