"""Stories of pages whose layout is known: its selectors name the parts."""
