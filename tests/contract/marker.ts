/** In every text a person types in the inputs of commands, so that it is known when seen again. */
export const marker = 'Rahsia'
