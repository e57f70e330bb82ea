import { finishRegistration } from '@/lib/casework/registration/finish-registration'
import { command } from '@/lib/platform/gate/command'

export const POST = command(finishRegistration)
