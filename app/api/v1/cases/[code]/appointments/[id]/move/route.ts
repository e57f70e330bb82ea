import { moveAppointment } from '@/lib/casework/appointments/book-appointment'
import { command } from '@/lib/platform/gate/command'

export const POST = command(moveAppointment)
