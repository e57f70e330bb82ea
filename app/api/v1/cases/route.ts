import { registerWalkIn } from '@/lib/cases/register-walk-in'
import { command } from '@/lib/write/command'

export const POST = command(registerWalkIn)
