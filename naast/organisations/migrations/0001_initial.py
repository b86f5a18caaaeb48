import django.db.models.deletion
import naast.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('slug', models.SlugField(unique=True, verbose_name='short name in addresses')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('country', models.CharField(choices=[('BE', 'Belgium'), ('NL', 'Netherlands')], max_length=2, verbose_name='country')),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('fr', 'French'), ('en', 'English')], default='nl', max_length=5, verbose_name='language')),
                ('is_under_welfare_decree', models.BooleanField(default=False, verbose_name='falls under the Flemish decree on volunteering in welfare and health (2009)')),
                ('requires_second_factor', models.BooleanField(default=True, verbose_name='staff sign in with a second factor')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='phone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('person_id', models.UUIDField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'user'), name='one_membership_a_user')],
            },
        ),
        migrations.CreateModel(
            name='Location',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('street', models.CharField(blank=True, max_length=160, verbose_name='street and number')),
                ('postcode', models.CharField(blank=True, max_length=10, verbose_name='postcode')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='place')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name'],
                'indexes': [models.Index(fields=['organisation', 'name'], name='organisatio_organis_cc4065_idx')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_on', models.DateField(verbose_name='first day away')),
                ('until_on', models.DateField(verbose_name='last day away')),
                ('deputy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stands_in', to='organisations.membership')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'until_on'], name='organisatio_organis_5787f4_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='absence_ends_after_it_starts', violation_error_message='The last day comes after the first.'), models.CheckConstraint(condition=models.Q(('membership', models.F('deputy')), _negated=True), name='nobody_deputises_for_themselves', violation_error_message='Choose somebody else to stand in.')],
            },
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('function', models.CharField(choices=[('coordinator', 'Coordinator'), ('coach', 'Coach of volunteers'), ('professional', 'Professional'), ('volunteer', 'Volunteer'), ('participant', 'Participant'), ('board', 'Board'), ('finance', 'Finance'), ('safeguarding', 'Contact person for safeguarding'), ('mediator', 'Mediator'), ('referrer', 'Referrer'), ('administrator', 'Administrator')], max_length=20, verbose_name='function')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to='organisations.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('membership', 'function'), name='function_held_once')],
            },
        ),
    ]
