"""Room `push`: notification gateways, devices, and what each party sees."""
