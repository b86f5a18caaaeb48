"""How much somebody carries: too much, good, too little; said by the person, never counted against them."""
