import { registerWalkIn } from '@/lib/casework/registration/register-walk-in'
import { command } from '@/lib/platform/gate/command'

export const POST = command(registerWalkIn)
