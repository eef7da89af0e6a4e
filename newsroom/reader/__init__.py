"""The site's public face: pages made of what the REST API answers, and of nothing else."""
