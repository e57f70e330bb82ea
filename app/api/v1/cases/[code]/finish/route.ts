import { finishRegistration } from '@/lib/cases/finish-registration'
import { command } from '@/lib/write/command'

export const POST = command(finishRegistration)
